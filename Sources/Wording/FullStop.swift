extension String {
    /// As a sentence that is told on its own: with a full stop, unless it ends with one, or with something that is as good.
    public var withFullStop: String {
        let end = last { !$0.isWhitespace && !"”’\")".contains($0) }
        guard let end, !".?!…".contains(end) else { return self }
        return self + "."
    }

    /// With a capital at its beginning.
    public var withCapital: String { prefix(1).uppercased() + dropFirst() }

    /// As it stands within a sentence: "violence and sexual offences".
    public var begunSmall: String { prefix(1).lowercased() + dropFirst() }
}
