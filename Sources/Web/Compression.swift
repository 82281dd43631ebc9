import CISAL
import HTTPTypes

/// Makes text smaller on its way (RFC 9110, 8.4), for readers on slow lines. A form's token is masked anew on each
/// page, so the sizes tell nothing of it.
enum Compression {
    private static let worthwhile = 1400

    /// - Returns: the bytes as they go out, and how they are coded if they are.
    static func coded(_ bytes: [UInt8], type: String, for headers: HTTPFields) -> (bytes: [UInt8], encoding: String?) {
        guard bytes.count >= worthwhile, isText(type), accepts(headers[.acceptEncoding]),
            let small = gzip(bytes), small.count < bytes.count
        else { return (bytes, nil) }
        return (small, "gzip")
    }

    private static func isText(_ type: String) -> Bool {
        ["text/", "application/json", "application/atom+xml", "image/svg+xml"].contains { type.hasPrefix($0) }
    }

    /// What is said of `gzip`, or of `*` where nothing is: yes, unless with the weight 0 (RFC 9110, 12.5.3).
    private static func accepts(_ field: String?) -> Bool {
        let choices = (field ?? "").lowercased().split(separator: ",").map { choice in
            choice.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
        }
        guard let choice = choices.first(where: { $0.first == "gzip" }) ?? choices.first(where: { $0.first == "*" })
        else { return false }
        return !choice.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
    }

    private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        guard let count = UInt32(exactly: bytes.count) else { return nil }
        let small = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, written in
            guard let start = output.baseAddress else { return }
            written = bytes.withUnsafeBufferPointer { input in
                input.baseAddress.map { cisal_gzip($0, count, start, count) } ?? 0
            }
        }
        return small.isEmpty ? nil : small
    }
}
