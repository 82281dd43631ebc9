/// What a person knows a browser by, from what it says of itself: “Firefox on Windows”. Only names we know are ever
/// shown: the rest of what it says is anybody's words.
enum BrowserName {
    static func of(_ userAgent: String?) -> String {
        guard let userAgent else { return "A browser" }
        let browser = first(of: browsers, in: userAgent) ?? "A browser"
        return first(of: systems, in: userAgent).map { "\(browser) on \($0)" } ?? browser
    }

    /// Those that call themselves by others' names too come first.
    private static let browsers: KeyValuePairs = [
        "Edg": "Edge", "OPR/": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox/": "Firefox", "FxiOS": "Firefox",
        "CriOS": "Chrome", "Chrome/": "Chrome", "Safari/": "Safari",
    ]
    private static let systems: KeyValuePairs = [
        "iPhone": "an iPhone", "iPad": "an iPad", "Android": "Android", "Windows": "Windows", "CrOS": "a Chromebook",
        "Mac OS X": "a Mac", "Linux": "Linux",
    ]

    private static func first(of names: KeyValuePairs<String, String>, in text: String) -> String? {
        names.first { text.contains($0.key) }?.value
    }
}
