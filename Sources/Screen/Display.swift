/// What a terminal is, without one.

/// The size of a screen in cells.
package struct Size: Hashable, Sendable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// A place to show a canvas and to hear of events. Used from one thread.
package protocol Display: AnyObject {
    var size: Size { get }
    /// Shows the canvas; sends only what differs from what is shown.
    func show(_ canvas: Canvas)
    /// The next event; `tick` when nothing happens for so many milliseconds.
    func next(timeout milliseconds: Int) -> Event
    /// Gives the terminal back while another program runs in it.
    func suspend<Result>(while body: () throws -> Result) rethrows -> Result
    /// Gives the terminal back and stops the job, as Ctrl-Z does in vi; returns when the shell goes on with it.
    func stop()
    /// Hands text to the clipboard of the machine in front of which the person sits (OSC 52).
    func copy(_ text: String)
    func bell()
}
