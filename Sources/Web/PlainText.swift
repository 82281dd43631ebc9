extension FrozenPage {
    /// What a reader reads on it, without markup: for being found by its words.
    public var plainText: String { PlainText(body).text }
}

/// The text of markup that this program made. What lies at different places is never run together.
private struct PlainText {
    let text: String

    init(_ markup: HTML) {
        var (text, tag, isTag) = ([UInt8](), [UInt8](), false)
        for byte in markup.bytes {
            switch (isTag, byte) {
            case (false, UInt8(ascii: "<")): (isTag, tag) = (true, [])
            case (false, _): text.append(byte)
            case (true, UInt8(ascii: ">")):
                isTag = false
                text.append(UInt8(ascii: Self.isInline(tag) ? "\u{1}" : " "))
            case (true, _): tag.append(byte)
            }
        }
        let plain = String(decoding: text.filter { $0 != 1 }, as: UTF8.self)
        self.text = Self.decoded(plain).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether what stands before and after a tag may be one word.
    private static func isInline(_ tag: [UInt8]) -> Bool {
        let name = String(decoding: tag.drop { $0 == UInt8(ascii: "/") }.prefix { $0 > 0x20 }, as: UTF8.self)
        return ["a", "abbr", "b", "em", "i", "mark", "s", "span", "strong", "sub", "sup", "wbr"].contains(name)
    }

    private static func decoded(_ text: String) -> String {
        [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&apos;", "'"),
            ("&nbsp;", " "), ("&amp;", "&"),
        ].reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
