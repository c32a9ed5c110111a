/// How large a file is, as a person reads it: `812 bytes`, `12 kB`, `27 MB`, `1.4 GB`; cut, not rounded.
package func fileSize(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: say("\(bytes, "byte", "bytes")")
    case ..<1_000_000: say("\(bytes / 1_000) kB")
    case ..<1_000_000_000: say("\(bytes / 1_000_000) MB")
    default: say("\(bytes / 1_000_000_000).\(bytes / 100_000_000 % 10) GB")
    }
}
