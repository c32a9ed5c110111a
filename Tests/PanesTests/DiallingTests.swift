import Foundation
import PaneKit
import Sales
import Screen
import Storage
import Testing

@testable import Panes

/// `D`: which number goes to the user's own program, how, and what is said when that fails.
struct DiallingTests {
    /// A program that writes its arguments, each in a line, and ends with a status.
    private final class Dialer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kontor-dial-\(UUID().uuidString)")
        var path: String { folder.appending(path: "dialer").path }

        init(_ rest: String = "") throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let script =
                "#!/bin/sh\n{ echo \"$#\"; printf '%s\\n' \"$@\"; } > '\(folder.path)/new'\n"
                + "mv '\(folder.path)/new' '\(folder.path)/called'\n" + rest + "\n"
            try script.write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        /// What it was called with: how many arguments, and each; nil when it was not.
        func heard(within seconds: Double = 10) throws -> [String]? {
            let end = Date(timeIntervalSinceNow: seconds)
            let file = folder.appending(path: "called").path
            while Date() < end {
                if let text = try? String(contentsOfFile: file, encoding: .utf8) {
                    return text.split(separator: "\n").map(String.init)
                }
                usleep(5_000)
            }
            return nil
        }
    }

    private func add(_ store: Store, _ phones: [Phone], doNotCall: Bool = false) throws {
        var contact = Contact()
        (contact.name, contact.phones, contact.doNotCall) = ("Zoe Zimmer", phones, doNotCall)
        try store.add(contact)
    }

    @Test(arguments: [
        ("+86 138-0013 8000", "+8613800138000"), ("010 6552 9988 ext 12", "01065529988"),
        ("+49 (0)30 1234567", "+49301234567"),
        ("-rf; $(reboot) 12", "12"), ("--config=/etc 345", "345"), ("`id` 6\n7", "67"), ("１３８ ００１３", "1380013"),
        ("555+1", "5551"),
    ])
    func theNumberIsOneArgumentOfDigits(typed: String, dialled: String) throws {
        let dialer = try Dialer()
        var desk = try TestDesk(isDemo: false, dial: [dialer.path, "call", "tel:{number}", "{number}"])
        try add(desk.store, [Phone(typed)])
        desk.type("2D")
        #expect(try dialer.heard() == ["3", "call", "tel:\(dialled)", dialled])
        #expect(desk.app.messageText?.contains("Dialling Zoe Zimmer \(dialled)") == true)
        // The call is timed; dialled again, it goes on being timed.
        desk.type("k")
        #expect(desk.screen.contains("☎ 0:00"))
        desk.type("Dk")
        #expect(desk.screen.contains("☎ 0:00"))
    }

    @Test func ofSeveralNumbersOneIsPickedAndBadOnesComeLast() throws {
        let dialer = try Dialer()
        var desk = try TestDesk(isDemo: false, dial: [dialer.path, "{number}"])
        try add(desk.store, [Phone("111", label: "work").markedBad, Phone("222", label: "home"), Phone("call me")])
        desk.type("2D")
        let rows = desk.screen.split(separator: "\n").map(String.init)
        #expect(rows.contains { $0.contains("1 222") && $0.contains("home") })
        #expect(rows.contains { $0.contains("2 111") && $0.contains("bad number") })
        #expect(!desk.screen.contains("call me"))
        desk.type("<Esc>k")
        #expect(!desk.screen.contains("☎ 0:00"))
        desk.type("D2")
        #expect(try dialer.heard() == ["1", "111"])
    }

    @Test(arguments: [([Phone("111").markedBad], false, "Dial Zoe"), ([Phone("111")], true, "do not call")])
    func whatIsBetterNotDialledIsAskedAbout(phones: [Phone], doNotCall: Bool, said: String) throws {
        let dialer = try Dialer()
        var desk = try TestDesk(isDemo: false, dial: [dialer.path, "{number}"])
        try add(desk.store, phones, doNotCall: doNotCall)
        desk.type("2D")
        #expect(desk.screen.contains(said))
        #expect(try dialer.heard(within: 0.05) == nil)
        desk.type("<Enter>")
        #expect(try dialer.heard() == ["1", "111"])
    }

    @Test func everyPaneDialsWhomItsRecordIsAbout() throws {
        for keys in [
            "", "2", "3", "4", "5", "6", "7", "7t", "5t", "2<Enter>", "<C-f>wangwei<Tab>", "2/wangwei<Enter>r",
        ] {
            let dialer = try Dialer()
            var desk = try TestDesk(dial: [dialer.path, "{number}"])
            desk.type(keys + "D")
            if desk.app.top is MenuPane { desk.type("1") }
            let heard = try dialer.heard()
            #expect(heard?.count == 2, "\(keys): \(desk.app.messageText ?? "")")
            #expect(heard?.last.map { $0.drop { $0 == "+" }.allSatisfy(\.isNumber) } == true)
        }
    }

    @Test func withoutTheSettingItSaysHowAndCopies() throws {
        var desk = try TestDesk(isDemo: false)
        try add(desk.store, [Phone("111")])
        desk.type("2D")
        #expect(desk.screen.contains("kontor config dial 'PROGRAM {number}'"))
        desk.type("y")
        #expect(desk.app.messageText == "111 copied")
    }

    @Test(arguments: [
        ([], "There is no telephone number."), ([Phone("by mail only")], "is no number that can be dialled"),
    ])
    func nothingToDial(phones: [Phone], said: String) throws {
        var desk = try TestDesk(isDemo: false, dial: ["/bin/false", "{number}"])
        try add(desk.store, phones)
        desk.type("2D")
        #expect(desk.app.messageText?.contains(said) == true)
    }

    @Test func aMissingProgramIsSaidAndTimesNothing() throws {
        var desk = try TestDesk(isDemo: false, dial: ["/nowhere/dialer", "{number}"])
        try add(desk.store, [Phone("111")])
        desk.type("2D")
        #expect(desk.app.messageText?.contains("/nowhere/dialer: No such file") == true)
        desk.type("k")
        #expect(!desk.screen.contains("☎ 0:00"))
    }

    @Test func aProgramThatFailsIsToldAndOneThatStaysKeepsNobodyWaiting() throws {
        let failing = try Dialer("exit 3")
        var desk = try TestDesk(isDemo: false, dial: [failing.path, "{number}"])
        try add(desk.store, [Phone("111")])
        desk.type("2D")
        _ = try failing.heard()
        for _ in 0..<1000 where desk.app.messageText?.contains("status 3") != true {
            usleep(5_000)
            desk.app.handle(.tick)
        }
        #expect(desk.app.messageText?.contains("ended with status 3") == true)

        let staying = try Dialer("sleep 20")
        var other = try TestDesk(isDemo: false, dial: [staying.path, "{number}"])
        try add(other.store, [Phone("111")])
        let start = Date()
        other.type("2Djk")
        other.app.handle(.tick)
        #expect(Date().timeIntervalSince(start) < 5)
        #expect(other.screen.contains("Zoe Zimmer"))
    }

    /// On an empty file `D` is the demo, as there is nobody to dial.
    @Test func theDemoKeepsItsKeyWhereNobodyIs() throws {
        var desk = try TestDesk(isDemo: false, dial: ["/bin/false", "{number}"])
        desk.type("D")
        #expect(try desk.store.read { try $0.count(.contact) } == 150)
        desk.type("D")
        #expect(desk.app.messageText?.contains("Dial") == true || desk.app.top is MenuPane)
    }
}
