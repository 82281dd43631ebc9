import Charts
import Hummingbird
import Press
import Web

extension Press {
    /// A chart at its own address: as wide as was asked for.
    ///
    /// - Parameter otherwise: the page that says why it could not be drawn.
    public func drawn(
        _ chart: some Chart, for request: Request, accent: Colour, otherwise: (_ reason: String) -> Page = undrawn
    ) async -> Reply {
        let width: ChartWidth = request.uri.queryParameters["width"] == "narrow" ? .narrow : .wide
        do {
            let picture = try await svg(chart.spec(width: width, accent: accent))
            return .shown(Array(picture.utf8), type: "image/svg+xml")
        } catch {
            return .page(otherwise("\(error)"), status: .serviceUnavailable)
        }
    }

    /// Where there is nothing to lead to instead.
    public static func undrawn(_ reason: String) -> Page {
        Page(
            "The chart could not be drawn", body: "<h1>The chart could not be drawn</h1><p>\(reason)</p>")
    }
}
