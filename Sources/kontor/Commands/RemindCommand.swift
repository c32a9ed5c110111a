import ArgumentParser
import Sales
import Storage
import Words

/// `kontor remind`: hands what makes itself heard to a program, or prints it; each reminder once in all.
struct RemindCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: "Tell each reminder whose time has come, once: print it, or hand it to a program.",
        discussion: """
            For cron, every minute: * * * * * kontor remind --exec notify-send. Each reminder is told once in all, however many \
            of these run and whether the full screen is open. It comes at the alarms of a follow-up or meeting, or at its time; \
            what is due on a day without a time comes at 9:00 in the morning. More than five at once, as after a day without \
            the machine, are told as one.

            The program is started without a shell, once for each reminder, with two more arguments: what is to be done \
            ("call Wang Wei: quote") and when it is due ("Fri 27 Nov 2026 10:00"). Arguments behind -- come before these. The \
            same stands in KONTOR_REMINDER_TEXT and KONTOR_REMINDER_WHEN; KONTOR_REMINDER_REF, KONTOR_REMINDER_ACTION, \
            KONTOR_REMINDER_WHO, KONTOR_REMINDER_SUBJECT and KONTOR_REMINDER_DUE (ISO 8601) are its parts, and \
            KONTOR_REMINDER_COUNT says for how many it stands. If the program fails, the reminder counts as not told, and the \
            next run tells it again.
            """)

    @Option(help: ArgumentHelp("The program that is handed each reminder.", valueName: "cmd"))
    var exec: String?

    @Argument(parsing: .postTerminator, help: ArgumentHelp("Arguments of the program.", valueName: "argument"))
    var arguments: [String] = []

    @OptionGroup var options: ErrandOptions

    /// More at once than these are told as one.
    private static let most = 5

    func run(in errand: Errand) throws {
        if exec == nil, !arguments.isEmpty {
            throw Failure.usage(say("Arguments behind -- are for a program: name it with --exec."))
        }
        let store = try errand.store(for: .command)
        let reminders = try store.takeReminders()
        if reminders.isEmpty { return }
        let notices =
            reminders.count > Self.most ? [Notice(of: reminders, errand)] : reminders.map { Notice($0, errand) }
        guard let exec else {
            for notice in notices { errand.output.line(notice.line) }
            do {
                try errand.output.flush()
            } catch {
                try store.untold(reminders)
                throw error
            }
            return try store.told(reminders)
        }
        try hand(notices, to: exec, store)
    }

    private func hand(_ notices: [Notice], to program: String, _ store: Store) throws {
        var failed: [Notice] = []
        var reason = ""
        for (index, notice) in notices.enumerated() {
            do {
                let status = try ForeignProgram.run(
                    program, arguments + [notice.text, notice.when], adding: notice.variables)
                if status == 0 {
                    try store.told(notice.reminders)
                    continue
                }
                reason = say("ended with status \(status)")
            } catch let error as ForeignProgram.NotStarted {
                // It will not start for the others either.
                try store.untold(notices[index...].flatMap(\.reminders))
                throw Failure.system(
                    say("\(visible(program)) cannot be started (\(error.reason)), so the reminders count as not told."))
            }
            try store.untold(notice.reminders)
            failed.append(notice)
        }
        if let first = failed.first {
            let count = failed.reduce(0) { $0 + $1.reminders.count }
            throw Failure.system(
                say(
                    "\(visible(program)) \(reason), so \(count, "reminder counts", "reminders count") as not told: \(visible(first.text))."
                ))
        }
    }
}

/// What is told at once: one reminder, or many in one sentence. Safe to show, and never an option of the program.
private struct Notice {
    let reminders: [Reminder]
    let text: String
    let when: String
    let variables: [(name: String, value: String)]
    let line: String

    init(_ reminder: Reminder, _ errand: Errand) {
        let step = reminder.step
        reminders = [reminder]
        text = Notice.text(reminder)
        when = errand.format.full(step.due)
        line = "\(step.ref)  \(when)  \(text)"
        variables = Notice.variables([
            ("TEXT", text), ("WHEN", when), ("COUNT", "1"), ("REF", "\(step.ref)"), ("ACTION", step.action),
            ("WHO", reminder.who), ("SUBJECT", step.subject),
            ("DUE", step.due.at?.description ?? step.due.on.description),
        ])
    }

    /// Several in one.
    init(of reminders: [Reminder], _ errand: Errand) {
        self.reminders = reminders
        text = say("\(reminders.count, "reminder", "reminders")")
        when =
            reminders.prefix(3).map(Notice.text).joined(separator: "; ")
            + say(" and \(reminders.count - 3) more; see kontor today")
        line = "\(text): \(when)"
        variables = Notice.variables([("TEXT", text), ("WHEN", when), ("COUNT", String(reminders.count))])
    }

    /// `call Wang Wei: quote`. The action comes first, so that no name or subject can begin with a dash.
    private static func text(_ reminder: Reminder) -> String {
        var text = reminder.step.action
        // A meeting is named by its title; who attends first is said where it adds something.
        if !reminder.who.isEmpty { text += " " + reminder.who }
        if !reminder.step.subject.isEmpty { text += ": " + reminder.step.subject }
        return visible(text)
    }

    private static func variables(_ all: [(name: String, value: String)]) -> [(name: String, value: String)] {
        all.map { ("KONTOR_REMINDER_" + $0.name, visible($0.value)) }
    }
}
