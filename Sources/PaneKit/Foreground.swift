#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

/// Another program in our terminal, which may be stopped and ended as if it were alone there.
enum Foreground {
    // What a signal handler may touch: whom signals are handed on to, and the one that came.
    nonisolated(unsafe) private static var child: pid_t = 0
    nonisolated(unsafe) private static var arrived: Int32 = 0

    /// What ends us ends the program first, which has its own way to keep what is in it.
    private static let ending = [SIGHUP, SIGTERM]

    /// Runs a program found on PATH on our standard files until it ends. When it stops (Ctrl-Z), we stop with it, so that the
    /// shell has the terminal.
    ///
    /// - Returns: exit status, or 128 + number when a signal ended it.
    /// - Throws: `SystemError` when it cannot be started.
    static func run(_ arguments: [String]) throws -> Int32 {
        arrived = 0
        var before: [Int32: sigaction] = [:]
        for number in ending {
            var action = sigaction()
            sigaction(number, nil, &action)
            before[number] = action
            signal(number) { number in
                Foreground.arrived = number
                if Foreground.child > 0 { kill(Foreground.child, number) }
            }
        }
        defer {
            for number in ending { sigaction(number, &before[number]!, nil) }
            // Now it is our turn.
            if arrived != 0 { raise(arrived) }
        }
        let pid = try spawn(arguments, descriptors: [0, 1, 2])
        child = pid
        defer { child = 0 }
        if arrived != 0 { kill(pid, arrived) }
        var status: Int32 = 0
        while true {
            let answer = waitpid(pid, &status, WUNTRACED)
            if answer < 0, errno != EINTR { return 127 }
            if answer != pid { continue }
            if status & 0xFF != 0x7F { return exitStatus(status) }
            stop()
            kill(pid, SIGCONT)
        }
    }

    /// Where there is no shell that could go on with us, the kernel does not stop us.
    private static func stop() {
        let before = signal(SIGTSTP, SIG_DFL)
        kill(getpid(), SIGTSTP)
        signal(SIGTSTP, before)
    }
}
