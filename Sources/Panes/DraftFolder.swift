import Exchange
import Foundation
package import PaneKit
import Words

/// Unfinished forms as files: outside of the database, so that a full or locked one cannot lose what was typed.
extension Drafts {
    /// One file a form and record, mode 0600, in a folder of mode 0700 that is made when first needed.
    package static func inFolder(_ folder: String) -> Drafts {
        Drafts(
            save: { key, contents in
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys]
                let file = try SafeFile(path(folder, key), force: true)
                try file.write([UInt8](try encoder.encode(contents)))
                try file.finish()
            },
            load: { key in
                guard let data = FileManager.default.contents(atPath: path(folder, key)) else { return nil }
                return try? JSONDecoder().decode([String: String].self, from: data)
            },
            discard: { key in
                if unlink(path(folder, key)) != 0, errno != ENOENT {
                    throw ExchangeError.system(say("The draft cannot be removed from \(visible(folder))."))
                }
            })
    }

    private static func path(_ folder: String, _ key: String) -> String {
        // Keys are short words and references; whatever else comes in is spelled by its bytes.
        let name = key.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : byte == 32 ? "-" : "_" + String(byte, radix: 16)
        }.joined()
        return folder + "/" + (name.isEmpty ? "form" : name) + ".json"
    }
}
