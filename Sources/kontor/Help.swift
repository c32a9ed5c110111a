/// The parser looks at the help of all commands before it knows which one is meant; what takes long to put together is left out
/// unless somebody reads it.
enum Help {
    @TaskLocal static var isWanted = true

    /// False where a command line surely does not end in help, a completion script or documentation.
    static func isAsked(by arguments: [String]) -> Bool {
        arguments.contains {
            $0 == "-h" || $0 == "help" || $0 == "generate-docs"
                || ["--help", "--generate", "--experimental"].contains(where: $0.hasPrefix)
        }
    }
}
