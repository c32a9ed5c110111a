import Foundation
import Testing

@testable import Screen

struct ThemeTests {
    @Test(
        arguments: [
            ("auto", [:], 256, .dark), ("auto", [:], 8, .plain), ("auto", [:], 0, .none),
            ("auto", ["NO_COLOR": "1"], 256, .none),
            ("auto", ["COLORFGBG": "0;15"], 256, .light), ("auto", ["COLORFGBG": "0;default;15"], 256, .light),
            ("auto", ["COLORFGBG": "15;0"], 256, .dark), ("auto", ["COLORFGBG": "0;7"], 256, .light),
            ("auto", ["COLORFGBG": "7;8"], 256, .dark), ("auto", ["COLORFGBG": "nonsense"], 256, .dark),
            ("auto", ["COLORFGBG": "0;15"], 16, .plain), ("light", ["COLORFGBG": "15;0"], 256, .light),
            ("light", ["NO_COLOR": "1"], 256, .light), ("light", [:], 8, .plain), ("plain", [:], 256, .plain),
            ("none", [:], 256, .none), ("plain", [:], 0, .none), ("dark", ["COLORFGBG": "0;15"], 256, .dark),
        ] as [(String, [String: String], Int, Theme)])
    func choosing(setting: String, environment: [String: String], colours: Int, expected: Theme) {
        #expect(Theme(setting, environment: { environment[$0] }, colours: colours) == expected)
    }

    /// Relative luminance, as WCAG 2.1 defines it.
    private func luminance(_ components: [Int]) -> Double {
        let linear = components.map { value in
            let part = Double(value) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private func contrast(_ a: [Int], _ b: [Int]) -> Double {
        let (x, y) = (luminance(a), luminance(b))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    /// On the background, and on the selected row, where dim text is shown as normal and all is bold.
    @Test(arguments: [(Theme.light, [255, 255, 255], 4.5, 4.5), (.dark, [0, 0, 0], 4.5, 3)])
    func everyRoleCanBeRead(theme: Theme, background: [Int], wanted: Double, wantedSelected: Double) throws {
        let selection = Theme.components(of: try #require(theme.selection))
        #expect((1.1...2).contains(contrast(selection, background)), "a quiet background that is seen")
        for role in Role.allCases {
            guard let colour = theme.colour(role) else { continue }
            let components = Theme.components(of: colour)
            #expect(contrast(components, background) >= wanted, "\(role) on the background")
            if role != .dim { #expect(contrast(components, selection) >= wantedSelected, "\(role) on the selection") }
        }
    }

    @Test(arguments: [
        (16, [0, 0, 0]), (73, [95, 175, 175]), (196, [255, 0, 0]), (231, [255, 255, 255]), (232, [8, 8, 8]),
        (255, [238, 238, 238]),
    ])
    func components(colour: Int, expected: [Int]) { #expect(Theme.components(of: colour) == expected) }

    /// What has no colour of its own must look different all the same.
    @Test func theThemesSayTheSame() {
        for theme in [Theme.dark, .light] {
            #expect(Set(Role.allCases.compactMap { theme.colour($0) }).count == 6)
        }
        #expect(Role.allCases.allSatisfy { Theme.none.colour($0) == nil })
    }
}
