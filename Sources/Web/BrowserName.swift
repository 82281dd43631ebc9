/// What a person knows a browser by, from what it says of itself: “Firefox on Windows”. Only names we know are ever
/// shown: the rest of what it says is anybody's words.
enum BrowserName {
    static func of(_ userAgent: String?) -> String {
        guard let userAgent else { return "A browser" }
        let browser = first(of: browsers, in: userAgent) ?? "A browser"
        return first(of: systems, in: userAgent).map { "\(browser) on \($0)" } ?? browser
    }

    /// Those that call themselves by others' names too come first.
    private static let browsers: KeyValuePairs<StaticString, String> = [
        "Edg": "Edge", "OPR/": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox/": "Firefox", "FxiOS": "Firefox",
        "CriOS": "Chrome", "Chrome/": "Chrome", "Safari/": "Safari",
    ]
    private static let systems: KeyValuePairs<StaticString, String> = [
        "iPhone": "an iPhone", "iPad": "an iPad", "Android": "Android", "Windows": "Windows", "CrOS": "a Chromebook",
        "Mac OS X": "a Mac", "Linux": "Linux",
    ]

    /// By bytes: each request is looked at, and Unicode's rules of what is the same are not needed for names in ASCII.
    private static func first(of names: KeyValuePairs<StaticString, String>, in text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            names.first { name, _ in name.withUTF8Buffer { bytes.holds($0) } }?.value
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard part.count <= count, let first = part.first else { return part.isEmpty }
        return (0...count - part.count).contains { place in
            self[place] == first && (1..<part.count).allSatisfy { self[place + $0] == part[$0] }
        }
    }
}
