import Exchange
import Foundation
package import PaneKit
package import Sales
import Words

/// Unfinished forms as files: outside of the database, so that a full or locked one cannot lose what was typed.
extension Drafts {
    /// A draft as it stands in its file.
    private struct Kept: Codable {
        var draft: Draft
        /// When it was kept, as a time of ISO 8601.
        var at: String
        /// The program that showed it.
        var process: Int32
    }

    /// One file a form and record, mode 0600, in a folder of mode 0700 that is made when first needed.
    package static func inFolder(_ folder: String, clock: Clock = Clock()) -> Drafts {
        Drafts(
            save: { draft in
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys]
                let kept = Kept(draft: draft, at: clock.now.description, process: getpid())
                let file = try SafeFile(path(folder, draft.key), force: true)
                try file.write([UInt8](try encoder.encode(kept)))
                try file.finish()
            },
            load: { key in kept(path(folder, key)).flatMap { $0.draft.key == key ? $0.draft : nil } },
            discard: { key in
                if unlink(path(folder, key)) != 0, errno != ENOENT {
                    throw ExchangeError.system(say("The draft cannot be removed from \(visible(folder))."))
                }
            },
            all: {
                let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
                return names.filter { $0.hasSuffix(".json") && $0.first != "." }.compactMap { kept(folder + "/" + $0) }
                    .map { kept in
                        KeptDraft(
                            draft: kept.draft, at: Instant(kept.at)?.seconds ?? 0,
                            isOnAnotherScreen: kept.draft.isOpen && kept.process != getpid() && isRunning(kept.process))
                    }.sorted { ($1.at, $0.draft.key) < ($0.at, $1.draft.key) }
            })
    }

    private static func kept(_ path: String) -> Kept? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Kept.self, from: $0) }
    }

    private static func isRunning(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }

    private static func path(_ folder: String, _ key: String) -> String {
        // Keys are words and uids; whatever else comes in is spelled by its bytes.
        var name = key.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : byte == 32 ? "-" : "_" + String(byte, radix: 16)
        }.joined()
        // A uid of another program may be longer than the name of a file: what the file says itself decides whose it is.
        if name.utf8.count > 150 { name = name.prefix(120) + "_" + String(fingerprint(key), radix: 16) }
        return folder + "/" + (name.isEmpty ? "form" : name) + ".json"
    }

    /// FNV-1a.
    private static func fingerprint(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
