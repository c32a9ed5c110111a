/// A part of the day that says which of two hours is meant.
enum PartOfDay {
    case night, morning, noon, afternoon, evening, am, pm

    /// The hour of 24 that a spoken hour means; nil when it contradicts.
    func hour(_ hour: Int) -> Int? {
        switch self {
        case .am: (1...12).contains(hour) ? hour % 12 : nil
        case .pm: (1...12).contains(hour) ? hour % 12 + 12 : nil
        case .night: hour == 12 ? 0 : hour < 7 ? hour : nil
        case .morning: hour <= 12 ? hour : nil
        case .noon: (1...3).contains(hour) ? hour + 12 : (11...15).contains(hour) ? hour : nil
        case .afternoon: (1...11).contains(hour) ? hour + 12 : (12...18).contains(hour) ? hour : nil
        // Twelve at night belongs to two days, and is refused.
        case .evening: (4...11).contains(hour) ? hour + 12 : (16...23).contains(hour) ? hour : nil
        }
    }
}
