import Foundation
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes a file so that nobody ever sees half of it: under a passing name in the same folder, with mode 0600, on the
/// disk before it takes its name, and never through a link that somebody has laid in the way.
package final class SafeFile {
    /// The file's path as the user gave it.
    package let path: String
    private let folder: Int32
    private let name: String
    private let draft: String
    private var file: Int32
    private var pending: [UInt8] = []
    private let replaces: Bool
    private var isDone = false

    /// Bytes that are gathered before they are written.
    private static let pieceSize = 256 << 10

    /// - Parameter force: whether an existing file is replaced; else it is an error.
    /// - Throws: `ExchangeError`
    package init(_ path: String, force: Bool = false) throws {
        self.path = path
        replaces = force
        let parts = SafeFile.split(path)
        name = parts.name
        if name.isEmpty || name == "." || name == ".." {
            throw ExchangeError.usage(say("\(visible(path)) is not the name of a file."))
        }
        folder = open(parts.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder < 0 { throw SafeFile.error(parts.folder) }
        var status = stat()
        if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
            let problem = SafeFile.problem(path, status, force)
            if let problem {
                close(folder)
                throw problem
            }
        }
        draft = ".\(name.prefix(40)).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).new"
        file = openat(folder, draft, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o600)
        if file < 0 {
            let error = SafeFile.error(path)
            close(folder)
            throw error
        }
    }

    deinit { discard() }

    package func write(_ bytes: [UInt8]) throws {
        pending += bytes
        if pending.count >= SafeFile.pieceSize { try flush() }
    }

    /// Puts the file in its place. Without this call nothing is left of it.
    package func finish() throws {
        try flush()
        if fsync(file) != 0 { throw SafeFile.error(path) }
        close(file)
        file = -1
        if replaces {
            if renameat(folder, draft, folder, name) != 0 { throw SafeFile.error(path) }
        } else {
            // A link, unlike a rename, never replaces what another program has put there meanwhile.
            if linkat(folder, draft, folder, name, 0) == 0 {
                unlinkat(folder, draft, 0)
            } else if errno == EEXIST {
                throw SafeFile.exists(path)
            } else if renameat(folder, draft, folder, name) != 0 {
                // Some file systems (FAT) know no links.
                throw SafeFile.error(path)
            }
        }
        fsync(folder)
        close(folder)
        isDone = true
    }

    /// Leaves nothing behind.
    package func discard() {
        if isDone { return }
        isDone = true
        if file >= 0 { close(file) }
        unlinkat(folder, draft, 0)
        close(folder)
    }

    private func flush() throws {
        var written = 0
        while written < pending.count {
            let count = pending.withUnsafeBytes {
                Foundation.write(file, $0.baseAddress! + written, $0.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw SafeFile.error(path)
            }
            written += count
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// Makes a folder, only for its owner, when it is not there.
    static func makeFolder(_ path: String) throws {
        var status = stat()
        if stat(path, &status) == 0 {
            if status.st_mode & S_IFMT != S_IFDIR {
                throw ExchangeError.usage(say("\(visible(path)) is a file, not a folder; name a folder."))
            }
        } else if mkdir(path, 0o700) != 0 {
            throw error(path)
        }
    }

    private static func problem(_ path: String, _ status: stat, _ force: Bool) -> ExchangeError? {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return force ? nil : exists(path)
        case S_IFLNK:
            return .usage(
                say("\(visible(path)) is a symbolic link, which is never written through; name the file itself."))
        case S_IFDIR: return .usage(say("\(visible(path)) is a folder; name a file."))
        default: return .usage(say("\(visible(path)) is no ordinary file; name another."))
        }
    }

    private static func exists(_ path: String) -> ExchangeError {
        .usage(say("\(visible(path)) exists already; name another file, or use --force to replace it."))
    }

    /// The system's last error as a sentence.
    private static func error(_ path: String) -> ExchangeError {
        let code = errno
        switch code {
        case ENOSPC, EDQUOT:
            return .system(say("The disk is full, so \(visible(path)) was not written: make room and try again."))
        case EACCES, EPERM, EROFS:
            return .system(
                say("\(visible(path)) may not be written here: check its permissions or name another place."))
        case ENOENT: return .system(say("The folder \(visible(path)) does not exist."))
        default: return .system(say("\(visible(path)) cannot be written: \(String(cString: strerror(code)))."))
        }
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = String(path[..<slash])
        return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
    }
}
