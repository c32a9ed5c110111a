package import PaneKit
import Sales
import Screen
import Storage
import Words

/// How old the newest copy of the file is, and what makes today's.
extension Office {
    /// What makes today's copy beside us; nil when there is one, or nothing has changed since the last.
    package func backup(by program: String) -> Launch? {
        guard keepsBackups, (try? store.isDailyBackupDue()) == true else { return nil }
        return Launch(
            [program, "backup", "--daily"] + childOptions,
            failed: { _ in say("Today's copy of the file could not be made; `kontor backup` says why.") })
    }

    /// Looks at the copies beside the file. Too old is one that lacks what was done more than two days ago.
    func lookAtBackups() {
        guard let backups = store.backups else { return }
        func isDue() -> Bool { keepsBackups && (try? store.isDailyBackupDue()) == true }
        if let newest = backups.newest {
            let isBad = clock.now - newest.at > 2 * 86_400 && isDue()
            backupAge = (say("backup \(dates.distance(to: newest.at))"), isBad)
        } else {
            backupAge = isDue() ? (say("no backup yet"), true) : nil
        }
    }

    /// `backup 2 h ago ✓`, where the keys do not need the room.
    func backupStatus(width: Int) -> StyledText {
        guard let (text, isBad) = backupAge, width >= (isBad ? 80 : 100) else { return "" }
        return isBad
            ? StyledText(text, .attention)
            : StyledText(text + " ", .dim) + StyledText(Glyphs.check, .good)
    }
}
