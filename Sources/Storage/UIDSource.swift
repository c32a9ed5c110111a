import Sales

/// Makes the identities that records keep in every file: UUIDs of version 7 (RFC 9562, 5.7), ordered by the time they were made.
struct UIDSource {
    private var generator: SplitMix64
    private var last = (milliseconds: 0, counter: 0)

    /// - Parameter seed: makes the sequence repeatable, for tests and the demo.
    init(seed: UInt64?) {
        // The system's own random numbers are a call of the system each.
        generator = SplitMix64(state: seed ?? UInt64.random(in: 0...UInt64.max))
    }

    mutating func next(at instant: Instant) -> String {
        // Within a second the 12 bits after the version count, so that records made together sort in that order.
        var milliseconds = max(instant.seconds, 0) * 1000
        if milliseconds <= last.milliseconds {
            milliseconds = last.milliseconds
            last.counter += 1
            if last.counter > 0xFFF {
                milliseconds += 1
                last.counter = 0
            }
        } else {
            last.counter = 0
        }
        last.milliseconds = milliseconds
        let high = UInt64(milliseconds) << 16 | 0x7000 | UInt64(last.counter)
        let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for digit in 0..<32 {
                if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                let value = UInt8(truncatingIfNeeded: (digit < 16 ? high : low) >> UInt64(60 - digit % 16 * 4) & 15)
                text[place] = value < 10 ? 0x30 + value : 0x57 + value
                place += 1
            }
            return place
        }
    }
}

/// A small repeatable random generator (Steele, Lea, Flood: "Fast splittable pseudorandom number generators").
package struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
