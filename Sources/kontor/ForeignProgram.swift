#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program of the user's that Kontor starts: without a shell, so that nothing in its arguments is a command.
enum ForeignProgram {
    /// The system would not start it.
    struct NotStarted: Error {
        /// As the system says it: `No such file or directory`.
        var reason: String
    }

    /// Runs a program, looked up in PATH, until it ends. It writes where Kontor writes, and reads nothing.
    ///
    /// - Parameter variables: of its environment, besides those of this process.
    /// - Returns: the exit status; for a signal 128 and its number, as shells say it.
    static func run(
        _ program: String, _ arguments: [String], adding variables: [(name: String, value: String)]
    ) throws(NotStarted) -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var byDefault = sigset_t()
        sigemptyset(&byDefault)
        for number in [SIGPIPE, SIGXFSZ] { sigaddset(&byDefault, number) }
        posix_spawnattr_setsigdefault(&attributes, &byDefault)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)

        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var settings = environment(adding: variables).map { strdup($0) } + [nil]
        defer { for setting in settings { free(setting) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, program, &files, &attributes, &words, &settings)
        if code != 0 { throw NotStarted(reason: String(cString: strerror(code))) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signalNumber = status & 0x7F
        return signalNumber == 0 ? status >> 8 & 0xFF : 128 + signalNumber
    }

    private static func environment(adding variables: [(name: String, value: String)]) -> [String] {
        var all: [String] = []
        var entry = environ
        while let setting = entry.pointee {
            let text = String(cString: setting)
            if !variables.contains(where: { text.hasPrefix($0.name + "=") }) { all.append(text) }
            entry += 1
        }
        return all + variables.map { $0.name + "=" + $0.value }
    }
}
