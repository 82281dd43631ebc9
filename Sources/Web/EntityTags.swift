/// Whether the reader already has this very content (RFC 9110, 13.1.2: weak comparison).
enum EntityTags {
    static func match(_ field: String?, _ tag: String) -> Bool {
        guard let field else { return false }
        if field == "*" { return true }
        return field.split(separator: ",").contains { opaque($0.trimming) == opaque(tag[...].trimming) }
    }

    private static func opaque(_ tag: Substring) -> Substring {
        tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
    }
}

extension Substring {
    fileprivate var trimming: Substring {
        let start = firstIndex { $0 != " " && $0 != "\t" } ?? endIndex
        guard let end = lastIndex(where: { $0 != " " && $0 != "\t" }) else { return self[start..<start] }
        return self[start...end]
    }
}
