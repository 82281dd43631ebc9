/// What a person presses to do something; a link that looks like one where it only leads somewhere.
public struct Button: Sendable {
    public enum Weight: String, Sendable {
        /// The one thing the page is for.
        case primary = "button"
        /// What else may be done.
        case secondary = "button button--secondary"
        /// What cannot easily be undone.
        case warning = "button button--warning"
    }

    let label: String
    let weight: Weight
    let address: Address?
    let isDownload: Bool

    /// A button that sends the form it stands in.
    public init(_ label: String, weight: Weight = .primary) {
        self.label = label
        self.weight = weight
        address = nil
        isDownload = false
    }

    /// A link in a button's clothes.
    public init(_ label: String, to address: Address, weight: Weight = .primary, isDownload: Bool = false) {
        self.label = label
        self.weight = weight
        self.address = address
        self.isDownload = isDownload
    }

    public var html: HTML {
        guard let address else {
            return "<button class=\"\(weight.rawValue)\" type=\"submit\">\(label)</button>"
        }
        let download: HTML = isDownload ? " download" : ""
        return "<a class=\"\(weight.rawValue)\" href=\"\(address)\"\(download)>\(label)</a>"
    }
}
