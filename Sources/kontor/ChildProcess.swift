import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Another Kontor on the same terminal, and what it answered.
enum ChildProcess {
    // What a signal handler may touch: whom signals are handed on to (0: nobody yet), and the one that came.
    nonisolated(unsafe) private static var child: pid_t = 0
    nonisolated(unsafe) private static var arrived: Int32 = 0

    /// From here on signals that would end this process are handed on to the child, so that this one outlives it and can
    /// tidy up.
    static func holdSignals() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                ChildProcess.arrived = number
                // Ctrl-C reaches the child by itself.
                if ChildProcess.child > 0, number != SIGINT { kill(ChildProcess.child, number) }
            }
        }
    }

    /// Runs this program with other arguments until it ends.
    ///
    /// - Returns: the exit status; for a signal 128 and its number, as shells say it.
    static func run(_ arguments: [String]) throws -> Int32 {
        if arrived != 0 { return 128 + arrived }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var byDefault = sigset_t()
        sigemptyset(&byDefault)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ] { sigaddset(&byDefault, number) }
        posix_spawnattr_setsigdefault(&attributes, &byDefault)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = (["kontor"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, try programPath(), nil, &attributes, &words, environ)
        if code != 0 {
            throw Failure.system(say("Kontor cannot be started again: \(String(cString: strerror(code)))."))
        }
        child = pid
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        child = 0
        let signalNumber = status & 0x7F
        return signalNumber == 0 ? status >> 8 & 0xFF : 128 + signalNumber
    }

    /// Where this program is.
    static func programPath() throws -> String {
        #if os(Linux)
            return "/proc/self/exe"
        #else
            var size: UInt32 = 4096
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0 else {
                throw Failure.system(say("The place of the program is not known."))
            }
            return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #endif
    }
}
