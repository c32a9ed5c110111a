import Screen
import Words
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A child process at work, and the floating pane that shows its progress.

/// Not a value: there is one child.
final class RunningWork {
    let work: Work
    private let pid: pid_t
    private var output: Pipe
    private var progress: Pipe
    private var cancelled = false
    private(set) var result: Work.Result?

    init(_ work: Work, executable: String) throws {
        self.work = work
        var output = try Pipe()
        var progress = try Pipe()
        let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(null) }
        pid = try spawn(
            [executable] + work.arguments, descriptors: [null, output.writing, progress.writing])
        output.closeWriting()
        progress.closeWriting()
        self.output = output
        self.progress = progress
    }

    deinit {
        output.closeReading()
        progress.closeReading()
    }

    /// Asks the child to roll back and end.
    func cancel() {
        cancelled = true
        if result == nil { kill(pid, SIGTERM) }
    }

    /// Reads what there is without waiting; true when there is something new to show. Sets `result` at the end.
    func poll() -> Bool {
        let news = [output.read(), progress.read()].contains(true)
        if result == nil, let status = ended(pid) {
            // What it wrote just before it ended.
            _ = output.read()
            _ = progress.read()
            result = Work.Result(
                status: status, output: output.text, progress: lines, wasCancelled: cancelled)
            return true
        }
        return news
    }

    private var lines: [String] {
        progress.text.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }).map(String.init)
    }

    /// A line such as `47% 12000 records`: how much is done, and what is said of it.
    private static func progress(_ line: String) -> (part: Int, rest: String)? {
        guard let mark = line.firstIndex(of: "%"), let part = Int(line[..<mark]), (0...100).contains(part) else {
            return nil
        }
        return (part, String(line[mark...].dropFirst().drop { $0 == " " }))
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        if let line = lines.last, let (part, rest) = RunningWork.progress(line), !cancelled {
            let bar = Chart.bar([.init(Int64(part))], of: 100, width: area.width - 6)
            canvas.write(bar, x: area.x, y: area.y + 1, width: area.width - 6)
            canvas.write("\(part)%", x: area.right - 5, y: area.y + 1, style: .dim, width: 5, align: .right)
            canvas.write(rest, x: area.x, y: area.y + 3, style: .dim, width: area.width)
            return
        }
        let shown = lines.suffix(max(1, area.height - 2))
        for (row, line) in shown.enumerated() {
            canvas.write(line, x: area.x, y: area.y + 1 + row, width: area.width)
        }
        if shown.isEmpty {
            canvas.write(
                cancelled ? say("Stopping…") : say("Working…"), x: area.x, y: area.y + 1, style: .dim, width: area.width
            )
        }
    }
}

/// A pipe of which we hold the reading end, and what came through it.
private struct Pipe {
    private var reading: Int32
    private(set) var writing: Int32
    private var bytes: [UInt8] = []

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SystemError("pipe") }
        (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func closeWriting() {
        if writing >= 0 { close(writing) }
        writing = -1
    }

    mutating func closeReading() {
        if reading >= 0 { close(reading) }
        reading = -1
    }

    /// Takes what is there; true when something was.
    mutating func read() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65536)
        var news = false
        while true {
            var descriptor = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            #if canImport(Glibc)
                let ready = Glibc.poll(&descriptor, 1, 0)
                guard ready == 1 else { return news }
                let count = Glibc.read(reading, &buffer, buffer.count)
            #else
                let ready = Darwin.poll(&descriptor, 1, 0)
                guard ready == 1 else { return news }
                let count = Darwin.read(reading, &buffer, buffer.count)
            #endif
            guard count > 0 else { return news }
            bytes += buffer[0..<count]
            news = true
        }
    }
}
