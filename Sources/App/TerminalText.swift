extension String {
    /// The same, without what a terminal would act upon instead of showing it: controls (of which C1 has some of one character),
    /// and what turns the direction of writing or cannot be seen.
    var forTerminal: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    let category = scalar.properties.generalCategory
                    let isActedUpon = [.control, .format, .lineSeparator, .paragraphSeparator].contains(category)
                    return isActedUpon && scalar != "\t" ? "\u{FFFD}" : scalar
                }))
    }
}
