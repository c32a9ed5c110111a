import Foundation

/// The person's settings, which are not data: they belong to this machine and this user.
package struct Settings: Sendable, Equatable {
    /// ISO 4217: of new deals, and of amounts typed without a currency.
    package var currency: String

    package init(currency: String) {
        self.currency = currency
    }

    /// What the environment says: `KONTOR_CURRENCY`, else the currency of the locale's country, else USD.
    package init(environment: [String: String]) {
        let named = environment["KONTOR_CURRENCY"]?.uppercased() ?? ""
        if named.utf8.count == 3, named.utf8.allSatisfy({ (65...90).contains($0) }) {
            currency = named
            return
        }
        let locale = ["LC_ALL", "LC_MONETARY", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let country =
            locale.prefix { $0 != "." && $0 != "@" }.split(separator: "_").dropFirst().first.map(String.init) ?? ""
        currency = Settings.currencies[country] ?? "USD"
    }

    package static let current = Settings(environment: ProcessInfo.processInfo.environment)

    /// The currency of a country, ISO 3166-1 and ISO 4217; countries of the euro share one row.
    private static let currencies: [String: String] = {
        var all = [
            "US": "USD", "CN": "CNY", "TW": "TWD", "HK": "HKD", "MO": "MOP", "SG": "SGD", "JP": "JPY", "KR": "KRW",
            "GB": "GBP",
            "CH": "CHF", "LI": "CHF", "NO": "NOK", "SE": "SEK", "DK": "DKK", "PL": "PLN", "CZ": "CZK", "HU": "HUF",
            "RO": "RON", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "IN": "INR", "BR": "BRL", "MX": "MXN", "ZA": "ZAR",
            "TR": "TRY", "IL": "ILS", "AE": "AED", "SA": "SAR", "TH": "THB", "MY": "MYR", "ID": "IDR", "VN": "VND",
            "PH": "PHP", "UA": "UAH", "AR": "ARS", "CL": "CLP", "CO": "COP", "NG": "NGN", "KE": "KES", "EG": "EGP",
        ]
        let euro = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK"
        for country in euro.split(separator: " ") { all[String(country)] = "EUR" }
        return all
    }()
}
