import Testing

@testable import PaneKit

struct ForegroundTests {
    @Test(arguments: [("exit 0", 0), ("exit 3", 3), ("kill -TERM $$", 143)] as [(String, Int32)])
    func aProgramRunsToItsEnd(script: String, status: Int32) throws {
        #expect(try Foreground.run(["sh", "-c", script]) == status)
    }

    @Test func aProgramThatIsNotThereIsSaid() {
        #expect(throws: SystemError.self) { try Foreground.run(["/nowhere/editor"]) }
    }
}
