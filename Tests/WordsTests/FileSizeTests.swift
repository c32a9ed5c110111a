import Testing

@testable import Words

@Test(
    arguments: [
        (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 kB"), (794_624, "794 kB"), (1_000_000, "1 MB"),
        (999_999_999, "999 MB"), (1_000_000_000, "1.0 GB"), (2_791_686_144, "2.7 GB"),
    ] as [(Int, String)])
func filesHaveSizesThatAreRead(bytes: Int, said: String) {
    #expect(fileSize(bytes) == said)
}
