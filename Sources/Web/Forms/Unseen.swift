extension String {
    /// Lines and words alone: with one kind of line end, and without the controls that come with what is pasted and that no
    /// paper can show (PDF/UA-1).
    public var withoutUnseen: String {
        var kept = String.UnicodeScalarView()
        for scalar in replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar.properties.generalCategory {
            case .lineSeparator, .paragraphSeparator: kept.append("\n")
            case .control where scalar == "\r": kept.append("\n")
            case .control where scalar != "\n" && scalar != "\t": continue
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }
}
