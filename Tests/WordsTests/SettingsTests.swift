import Testing
import Words

/// The currency that the environment means.
struct SettingsTests {
    @Test(arguments: [
        ([:], "USD"), (["LANG": "zh_CN.UTF-8"], "CNY"), (["LANG": "de_DE@euro"], "EUR"), (["LANG": "C.UTF-8"], "USD"),
        (["LANG": "en_GB.UTF-8", "LC_ALL": ""], "GBP"), (["LANG": "en_GB", "LC_MONETARY": "de_CH"], "CHF"),
        (["LANG": "en_GB", "LC_ALL": "ja_JP"], "JPY"), (["LANG": "xx_YY"], "USD"), (["LANG": "en"], "USD"),
        (["LANG": "zh_CN", "KONTOR_CURRENCY": "eur"], "EUR"), (["LANG": "zh_CN", "KONTOR_CURRENCY": "euro"], "CNY"),
    ])
    func currency(environment: [String: String], expected: String) {
        #expect(Settings(environment: environment).currency == expected)
    }
}
