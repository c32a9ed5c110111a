import Foundation
import Testing

/// `kontor remind` with a real program at the other end: each reminder once, and none lost.
@Suite struct RemindTests {
    private let desk = Desk()

    /// A program that notes what it was handed, one line a call; and, where told so, fails or waits.
    private func notifier(_ ending: String = "") throws -> String {
        let path = desk.folder + "/notify"
        let script = """
            #!/bin/sh
            { printf '%s|' "$@"; env | grep ^KONTOR_REMINDER_ | sort | tr '\\n' '|'; echo; } >> '\(desk.folder)/heard'
            \(ending)
            """
        try script.write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    private var heard: [String] {
        let text = (try? String(contentsOfFile: desk.folder + "/heard", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    private func followUp(_ subject: String, _ due: String, _ more: [String] = []) throws {
        let answer = try desk.run(["add", "follow-up", "c1", "--due", due, "--subject", subject] + more)
        #expect(answer.status == 0, "\(answer.error)")
    }

    @Test func handsOnEachOnceWithAllThatIsKnown() throws {
        try desk.furnish()
        try followUp("quote; $(touch x) `id` '\"", "2026-11-21 14:00", ["--action", "send"])
        let program = try notifier()
        let answer = try desk("remind", "--exec", program, "--", "-u", "critical")
        #expect(answer.status == 0 && answer.output.isEmpty && answer.error.isEmpty)
        let line = try #require(heard.first)
        #expect(line.hasPrefix("-u|critical|send 王伟: quote; $(touch x) `id` '\"|Sat 21 Nov 2026 14:00|"))
        for part in [
            "KONTOR_REMINDER_ACTION=send|", "KONTOR_REMINDER_WHO=王伟|", "KONTOR_REMINDER_REF=f2|",
            "KONTOR_REMINDER_DUE=2026-11-21T06:00:00Z|", "KONTOR_REMINDER_COUNT=1|",
            "KONTOR_REMINDER_SUBJECT=quote; $(touch x) `id` '\"|",
        ] {
            #expect(line.contains(part), "\(part) in \(line)")
        }
        try desk("remind", "--exec", program)
        #expect(heard.count == 1)
    }

    @Test func textCannotCommandAnything() throws {
        try desk.furnish()
        try followUp("--help\u{1B}[2J\n-x", "2026-11-21 14:00")
        try desk("remind", "--exec", try notifier())
        #expect(heard.count == 1)
        #expect(heard[0].hasPrefix("call 王伟: --help␛[2J↵-x|"))
    }

    @Test func withoutAProgramItPrints() throws {
        try desk.furnish()
        try followUp("all day", "2026-11-21")
        let answer = try desk("remind")
        #expect(answer.output == "f2  Sat 21 Nov 2026  call 王伟: all day\n")
        #expect(try desk("remind").output.isEmpty)
    }

    @Test func aProgramThatFailsHasNotTold() throws {
        try desk.furnish()
        try followUp("quote", "2026-11-21 14:00")
        let failing = try desk("remind", "--exec", try notifier("exit 3"))
        #expect(failing.status == 4)
        #expect(
            failing.sentence.contains("ended with status 3")
                && failing.sentence.contains("1 reminder counts as not told"))
        #expect(failing.sentence.hasSuffix("quote."))
        let missing = try desk("remind", "--exec", desk.folder + "/nothing here")
        #expect(missing.status == 4 && missing.sentence.contains("cannot be started"))
        #expect(heard.count == 1)
        #expect(try desk("remind", "--exec", try notifier()).status == 0)
        #expect(heard.count == 2)
        #expect(try desk("remind").output.isEmpty)
    }

    @Test func oneThatFailsDoesNotHoldUpTheOthers() throws {
        try desk.furnish()
        for subject in ["one", "two", "three"] { try followUp(subject, "2026-11-21 14:00") }
        let program = try notifier("case \"$1\" in *two) exit 1;; esac")
        #expect(try desk("remind", "--exec", program).status == 4)
        #expect(heard.count == 3)
        #expect(try desk("remind").output.contains("two"))
    }

    @Test func aMissedDayIsOneSentence() throws {
        try desk.furnish()
        for number in 1...6 { try followUp("n\(number)", "2026-11-21 0\(number):00") }
        try desk("remind", "--exec", try notifier())
        #expect(heard.count == 1)
        #expect(heard[0].hasPrefix("6 reminders|call 王伟: n1; call 王伟: n2; call 王伟: n3 and 3 more; see kontor today|"))
        #expect(heard[0].contains("KONTOR_REMINDER_COUNT=6|"))
        #expect(try desk("remind").output.isEmpty)
    }

    @Test func manyAtOnceTellEachOnce() throws {
        try desk.furnish()
        for subject in ["one", "two", "three", "four", "five"] { try followUp(subject, "2026-11-21 14:00") }
        let program = try notifier("sleep 0.2")
        let running = try (0..<6).map { _ in try desk.start(["remind", "--exec", program]) }
        for one in running {
            one.process.waitUntilExit()
            #expect(try one.answer().status == 0)
        }
        #expect(heard.count == 5)
        #expect(Set(heard.map { $0.prefix { $0 != "|" } }).count == 5)
    }

    @Test func whatAKilledOneHadTakenIsToldByTheNext() throws {
        try desk.furnish()
        try followUp("quote", "2026-11-21 14:00")
        let running = try desk.start(["remind", "--exec", try notifier("sleep 5")])
        while heard.isEmpty { usleep(20_000) }
        // While it is being told nobody else tells it.
        #expect(try desk("remind").output.isEmpty)
        kill(running.process.processIdentifier, SIGKILL)
        running.process.waitUntilExit()
        #expect(try desk("remind").output.contains("quote"))
    }

    @Test func saysWhatIsWrongWithItsArguments() throws {
        try desk.furnish()
        let answer = try desk("remind", "--", "-u")
        #expect(answer.status == 2 && answer.sentence.contains("--exec"))
    }
}
