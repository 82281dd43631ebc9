import Hummingbird
import Wording

/// What somebody just moved a place up or down a list. The focus stays on the button that did it, so that it is moved on at
/// once, and it is said where it stands now.
public struct MovedItem: Sendable {
    public enum Way: String, Sendable {
        case up, down
    }

    let item: String
    let way: Way

    /// As the address tells it that follows upon the move: `?moved=…&way=down`. Nil where nothing was moved.
    public init?(_ request: Request) {
        guard let item = request.asked("moved") else { return nil }
        self.init(item, way: request.asked("way").flatMap(Way.init) ?? .up)
    }

    public init(_ item: String, way: Way) {
        (self.item, self.way) = (item, way)
    }

    /// What a button has beside its words: the same button has the focus again, or at an end of the list the other.
    public static func attributes(
        of button: Way, for item: String, after moved: MovedItem?, isFirst: Bool, isLast: Bool
    ) -> HTML? {
        guard let moved, moved.item == item else { return nil }
        let focused: Way = isFirst ? .down : isLast ? .up : moved.way
        return button == focused ? " autofocus aria-describedby=\"moved\"" : nil
    }

    /// "Item 3 of 12: Budget"
    ///
    /// - Parameter list: what stands in it now, in its order.
    public func said(of list: [(item: String, name: String)]) -> HTML? {
        guard let place = list.firstIndex(where: { $0.item == item }) else { return nil }
        return """
            <p class="visually-hidden" id="moved" role="status" data-behaviour="said">\
            Item \((place + 1).grouped) of \(list.count.grouped): \(list[place].name)</p>
            """
    }
}
