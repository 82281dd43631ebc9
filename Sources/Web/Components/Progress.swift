/// How far something has come. It moves by script where there is one, and by the page loading again where not.
public struct Progress: Sendable {
    let label: String
    /// 0 to 1; nil while it cannot be told.
    let fraction: Double?
    let detail: String
    /// Where the script asks how far it is.
    let source: Address
    let part: String?
    let done: String?

    /// - Parameters:
    ///   - part: the identifier of a part of the page whose table or list of tasks says more than the bar; the script brings
    ///     it up to date.
    ///   - done: what is said at the end, where the page has more on it and stays as it is; it loads again where this is nil.
    public init(
        _ label: String, fraction: Double?, detail: String, source: Address, renewing part: String? = nil,
        atEnd done: String? = nil
    ) {
        self.label = label
        self.fraction = fraction
        self.detail = detail
        self.source = source
        self.part = part
        self.done = done
    }

    public var html: HTML {
        """
        <div class="progress" data-behaviour="progress" data-source="\(source)"\
        \(part.map { " data-renews=\"\($0)\"" })\(done.map { " data-done=\"\($0)\"" })>
        <label class="progress__label" for="progress">\(label)</label>
        <progress id="progress" class="progress__bar" max="100"\(percent.map { " value=\"\($0)\"" })></progress>
        <p class="progress__detail" aria-live="polite">\(detail)</p>
        </div>
        """
    }

    private var percent: Int? {
        fraction.map { Int(($0 * 100).rounded(.down)) }
    }
}
