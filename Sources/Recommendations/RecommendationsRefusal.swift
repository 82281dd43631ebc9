import Storage

/// Why a step of a recommendation cannot be entered, in the words a person should read.
public enum RecommendationsRefusal: Refused, Hashable {
    case notHere
    case wanted(String, field: String)
    case beforeItWasMade(Day)
    case nobodyAsked
    case firstStep
    case changedMeanwhile
    case notYours
    case neverPublic
    case nothingToPublish

    public var reason: String {
        switch self {
        case .notHere: "That is not in the records of this recommendation. Load the page again"
        case .wanted(let what, _): what
        case .beforeItWasMade(let day): "It was made on \(day.words). Enter that day or a later one"
        case .nobodyAsked: "Nobody is asked to answer at the moment. Enter first to whom it was sent"
        case .firstStep: "That it was made is how it began, and cannot be struck out. Enter that it was withdrawn"
        case .changedMeanwhile: "Somebody entered another step while you were writing. Look at it, and send yours again"
        case .notYours: "Only who is asked to answer, or who keeps the partnership’s papers, enters this"
        case .neverPublic: "This recommendation is kept from the public, so it has no public page"
        case .nothingToPublish: "Nothing is different from what everybody reads already"
        }
    }

    var field: String? { if case .wanted(_, let field) = self { field } else { nil } }
}
