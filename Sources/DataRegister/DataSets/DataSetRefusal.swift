import DataFiles
import Wording

/// Why something about a data set was not done.
public enum DataSetRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case notHere
    case addressTaken(DataSetAddress)
    /// A name that makes the address of a page.
    case wordOfPages(String)
    case changedMeanwhile
    /// Outcomes of a force beside those of another: a month of the one would take the place of the other's.
    case otherForce(String, here: String)
    /// A file that tells a part of what one number tells.
    case tellsPart(Period, of: Period)

    public var description: String {
        switch self {
        case .notHere: "There is no such data set here."
        case .addressTaken(let address):
            "A data set with the address ‘\(address)’ is here already. Choose another name, or open that one."
        case .wordOfPages(let name):
            "‘\(name)’ alone would be the address of another page here. Choose a longer name, like ‘\(name) callouts’."
        case .changedMeanwhile:
            "Somebody else changed this data set meanwhile. Look at what it says now, then change it."
        case .otherForce(let force, let here):
            "The file is of \(force), and the outcomes that are here are of \(here). Only one force’s are kept. Give the files of "
                + "\(here)."
        case .tellsPart(let part, let whole):
            "The file tells \(part), and the register has one number for \(whole), which would be lost. Give a file that "
                + "tells all of \(whole)."
        }
    }
}
