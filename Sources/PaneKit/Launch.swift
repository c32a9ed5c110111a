import Screen
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Another program that runs beside us, apart from our terminal: nothing waits for it, and a failure is told.
package struct Launch {
    /// The program, found on PATH, and its arguments; no shell sees them.
    package var arguments: [String]
    /// What is done once it runs.
    package var then: () throws -> Step
    /// The sentence for a status other than 0; 128 + number when a signal ended it.
    package var failed: (Int32) -> String

    package init(
        _ arguments: [String], then: @escaping () throws -> Step = { .stay }, failed: @escaping (Int32) -> String
    ) {
        self.arguments = arguments
        self.then = then
        self.failed = failed
    }
}

extension Launch {
    /// Starts it, and nobody hears how it ends but who asks for the process.
    ///
    /// - Returns: the process id.
    /// - Throws: `SystemError` when it cannot be started.
    @discardableResult
    package func begin() throws -> Int32 {
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(null) }
        return try spawn(arguments, descriptors: [null, null, null], ownSession: true)
    }
}

/// One that was started and has not ended yet, as far as we know.
struct Launched {
    var pid: pid_t
    var launch: Launch
}

extension App {
    /// - Throws: `SystemError` when it cannot be started.
    mutating func start(_ launch: Launch) throws {
        launched.append(Launched(pid: try launch.begin(), launch: launch))
        try take(launch.then())
    }

    /// Hears of those that have ended, so that none stays behind as a zombie.
    mutating func reap() {
        launched.removeAll { one in
            guard let status = ended(one.pid) else { return false }
            if status != 0 {
                message = (one.launch.failed(status), .bad)
                needsDraw = true
            }
            return true
        }
    }
}
