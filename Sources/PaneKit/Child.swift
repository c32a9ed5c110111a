#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

/// Starting another program, without a shell in between.

/// A system call that failed, in a sentence.
struct SystemError: Error, CustomStringConvertible {
    var doing: String
    var number: Int32

    init(_ doing: String, _ number: Int32 = errno) {
        self.doing = doing
        self.number = number
    }

    var description: String { "\(doing): \(String(cString: strerror(number)))." }
}

/// The flag POSIX_SPAWN_SETSID of glibc (since 2.26) and macOS (since 10.15), which Swift does not see in every libc.
#if canImport(Darwin)
    private let inOwnSession: Int16 = 0x0400
#else
    private let inOwnSession: Int16 = 0x80
#endif

/// Starts a program found on PATH with an argument vector; its standard files become the given descriptors.
///
/// - Parameter ownSession: apart from our terminal, whose signals do not reach it and which it cannot open.
/// - Returns: the process id.
/// - Throws: `SystemError` when it cannot be started.
func spawn(_ arguments: [String], descriptors: [Int32], ownSession: Bool = false) throws -> pid_t {
    // What we ignore a child would ignore too; it starts with the default for all of these.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP] { sigaddset(&defaults, number) }
    #if canImport(Darwin)
        var attributes: posix_spawnattr_t?
        var actions: posix_spawn_file_actions_t?
    #else
        var attributes = posix_spawnattr_t()
        var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // Nor may it inherit that this thread blocks signals: then it could not be cancelled.
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    let flags = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, ownSession ? flags | inOwnSession : flags)
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() where descriptor != Int32(number) {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    vector.append(nil)
    defer { for pointer in vector { free(pointer) } }
    var pid = pid_t()
    let error = posix_spawnp(&pid, vector[0]!, &actions, &attributes, vector, environ)
    if error != 0 { throw SystemError(arguments[0], error) }
    return pid
}

/// How a child ended, as `exitStatus` says it; nil when it still runs.
func ended(_ pid: pid_t) -> Int32? {
    var status: Int32 = 0
    while true {
        let answer = waitpid(pid, &status, WNOHANG)
        if answer == pid { return exitStatus(status) }
        if answer == 0 { return nil }
        if errno != EINTR { return 127 }
    }
}

/// What `waitpid` reported of a program that ended: its exit status, or 128 + number when a signal ended it.
func exitStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}
