import CStemmer

/// Snowball's English stemmer (Porter2): what is left of a word without its ending, so that ‘policing’ finds ‘police’.
///
/// Ours rather than the engines’ own, so that both find the same. One is used by one thread.
final class Stemmer {
    private let stemmer = sb_stemmer_new("english", "UTF_8")

    deinit {
        sb_stemmer_delete(stemmer)
    }

    /// - Parameter word: folded. One in another script is given back as it is.
    func stem(of word: String) -> String {
        guard let stemmer else { return word }
        var word = word
        return word.withUTF8 { bytes in
            guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, CInt(bytes.count)) else {
                return String(decoding: bytes, as: UTF8.self)
            }
            let count = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
        }
    }
}
