import ArgumentParser
import Formats
import Sales
import Words

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `kontor generate-docs`: the pages that are made from tables of the program. For its makers.
struct GenerateDocsCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-docs", abstract: "Write the generated pages of the documentation.", shouldDisplay: false)

    @Argument(help: ArgumentHelp("Where.", valueName: "folder"))
    var folder: String
    @OptionGroup var options: ErrandOptions

    func run(in errand: Errand) throws {
        // The manual is English whoever makes it.
        Language.speak(.english)
        for (name, text) in try Documentation.pages() {
            let path = "\(folder)/\(name)"
            if name.contains("/") { mkdir(parentFolder(of: path), 0o777) }
            guard let file = fopen(path, "w") else {
                throw Failure.system(say("\(visible(path)) cannot be written: \(String(cString: strerror(errno)))."))
            }
            let isWritten = fputs(text, file) >= 0
            guard fclose(file) == 0, isWritten else { throw Failure.system(say("\(visible(path)) cannot be written.")) }
            errand.output.line(path)
        }
    }
}
