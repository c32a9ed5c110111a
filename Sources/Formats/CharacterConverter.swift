#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The character tables of the system (iconv(3)), for encodings that Kontor has no table of its own for.
final class CharacterConverter {
    enum Outcome {
        case done
        /// The input ends inside a character.
        case cut
        case invalid
    }

    private let handle: iconv_t

    /// Nil when the system does not know the encoding.
    init?(from name: String) {
        guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
        handle = opened
    }

    deinit { iconv_close(handle) }

    /// Converts from `position` on, as far as the bytes are valid, and moves it there.
    func convert(_ input: [UInt8], _ position: inout Int, into output: inout [UInt8]) -> Outcome {
        input.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 1) { room in
                while position < bytes.count {
                    var from: UnsafeMutablePointer<CChar>? =
                        UnsafeMutablePointer(
                            mutating: bytes.baseAddress!.advanced(by: position).assumingMemoryBound(to: CChar.self))
                    var fromLeft = bytes.count - position
                    var to: UnsafeMutablePointer<CChar>? = room.baseAddress!.assumingMemoryBound(to: CChar.self)
                    var toLeft = room.count
                    let result = iconv(handle, &from, &fromLeft, &to, &toLeft)
                    let reason = errno
                    output += room[..<(room.count - toLeft)]
                    position = bytes.count - fromLeft
                    if Int(truncatingIfNeeded: result) != -1 { return .done }
                    if reason == EINVAL { return .cut }
                    if reason != E2BIG { return .invalid }
                }
                return .done
            }
        }
    }
}
