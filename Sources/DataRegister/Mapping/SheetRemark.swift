import Wording
import Workbooks

extension WorkbookReader.Sheet {
    /// Which sheet was read, and what else there was: it is not kept, but whoever sent it may not have meant to.
    var remark: String {
        func named(_ sheets: [String]) -> String { sheets.map { "‘\($0)’" }.joined(separator: ", ") }
        var sentences = ["The sheet ‘\(name)’ was read."]
        if !others.isEmpty { sentences.append("Not read, and not kept: \(named(others)).") }
        if !hidden.isEmpty {
            sentences.append(
                "The workbook has hidden sheets with something on them, which were not read and not kept: \(named(hidden)). "
                    + "Tell the provider, who may not know that they were sent.")
        }
        if hasComments { sentences.append("It has comments, which were not read and not kept.") }
        return (sentences + [hiddenRowsRemark, unsavedRemark, errorsRemark].compactMap(\.self)).joined(separator: " ")
    }

    private var hiddenRowsRemark: String? {
        guard hiddenRows > 0 else { return nil }
        let (are, them) = hiddenRows == 1 ? ("is", "it") : ("are", "them")
        return
            "\(hiddenRows.counted("row", "rows")) \(are) hidden\(isFiltered ? " by a filter" : "") and \(are) counted like the "
            + "others. If that is not meant, delete \(them) in Excel and give it again."
    }

    private var unsavedRemark: String? {
        guard unsaved.number > 0 else { return nil }
        return
            "\(unsaved.words) a formula without a saved value, so that nothing is known of \(unsaved.number == 1 ? "it" : "them"). Open "
            + "the workbook in Excel, save it and give it again; or paste the values over the formulas."
    }

    private var errorsRemark: String? {
        guard errors.number > 0 else { return nil }
        return
            "\(errors.words) an error of Excel’s, like #N/A, and no value. Mend \(errors.number == 1 ? "it" : "them") in Excel, or "
            + "paste the right values, and give it again."
    }
}

extension WorkbookReader.Cells {
    /// "Cell C5 has", "Cells C5, C6 and 12 more have".
    fileprivate var words: String {
        guard number > 1 else { return "Cell \(first.first ?? "") has" }
        let rest = number - first.count
        return "Cells \((first + (rest > 0 ? ["\(rest.grouped) more"] : [])).inWords) have"
    }
}
