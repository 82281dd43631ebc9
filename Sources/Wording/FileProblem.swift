/// What is wrong with a file, as it reads everywhere: `kent.csv, line 3, column ‘Month’: the month is ‘2014-13’. Months look
/// like 2014-01.`
///
/// - Parameters:
///   - places: where in it, the wider before the narrower; those that are not known are left out.
///   - advice: what to do about it, as a sentence.
public func fileProblem(_ file: String, at places: [String?], _ problem: String, advice: String) -> String {
    "\(([file] + places.compactMap(\.self)).joined(separator: ", ")): \(problem). \(advice)"
}
