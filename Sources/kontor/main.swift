#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program: one command line in, one exit status out.
exit(Program.run(Array(CommandLine.arguments.dropFirst())))
