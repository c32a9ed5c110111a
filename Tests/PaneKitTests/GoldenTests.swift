import Foundation
import Screen
import Testing

@testable import PaneKit

/// Whole screens of the demo, text and styles, against the files in `Screens`. With KONTOR_RECORD set they are written anew.
struct GoldenTests {
    @Test(arguments: [(80, 24), (120, 40), (60, 20)], ["list", "form", "question"])
    func screen(size: (width: Int, height: Int), name: String) throws {
        var app = demo(size.width, size.height)
        switch name {
        case "form": app.type("np王伟<Tab>42<Tab>买了两台，Ada Lovell wants one more of them before the end of the month")
        case "question": app.type("jd")
        default: app.type("jj")
        }
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens")
        let file = folder.appending(path: "\(name)-\(size.width)x\(size.height).txt")
        let dump = app.draw().dump
        if ProcessInfo.processInfo.environment["KONTOR_RECORD"] != nil {
            try dump.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try dump == String(contentsOf: file, encoding: .utf8))
    }
}
