/// Beside a text: where a figure is chosen that goes into it, as a line that names it.
///
/// Without script the figures open beside what is being written, and the line is copied from there.
public struct FigurePicker: Sendable {
    let address: Address
    let field: String

    /// - Parameters:
    ///   - address: where figures are chosen.
    ///   - field: the text’s own.
    public init(at address: Address, for field: String) {
        (self.address, self.field) = (address, field)
    }

    public var html: HTML {
        """
         <a class="button button--secondary" href="\(address)" target="_blank" data-behaviour="figure-picker" \
        data-into="\(field)">Choose a figure</a>
        """
    }
}
