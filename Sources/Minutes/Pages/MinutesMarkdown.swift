extension MinutesDocument {
    /// The whole of it in Markdown, without what is kept from the public.
    var markdown: String {
        var parts = [sentence]
        if !present.isEmpty { parts.append("**Present:** \(present.joined(separator: ", "))") }
        if !inAttendance.isEmpty { parts.append("**In attendance:** \(inAttendance.joined(separator: ", "))") }
        parts += items.map(\.markdown)
        if !concluded.isEmpty { parts.append("Meeting concluded: \(concluded)") }
        return parts.joined(separator: "\n\n")
    }
}

extension MinutesDocument.Item {
    fileprivate var markdown: String {
        guard !isWithheld else {
            let told = summary.isEmpty ? "*The minute of this item is kept from the public.*" : summary
            return "## \(numbered). An item that was considered in private\n\n\(told)"
        }
        var parts = ["## \(numbered). \(title)"] + notes
        // Its headings stand below that of the item.
        if !discussion.isEmpty { parts.append(discussion.withSmallerHeadings) }
        parts += decisions.map { decided in
            let points = decided.points.map { "\($0.number). \($0.text)" }.joined(separator: "\n")
            let head = decided.points.isEmpty ? "" : "**\(decided.style)**:"
            return (decided.before + [head, points] + decided.after).filter { !$0.isEmpty }.joined(separator: "\n\n")
        }
        if !actions.isEmpty {
            parts.append("**To be done**\n\n" + actions.map { "- \($0)" }.joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n")
    }
}

extension String {
    /// Each heading a level lower.
    fileprivate var withSmallerHeadings: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { $0.hasPrefix("#") ? "#\($0)" : String($0) }
            .joined(separator: "\n")
    }
}
