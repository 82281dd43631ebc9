/// A PDF made by hand, of which nothing is packed, so that a test says every word of it.
public enum HandmadePDF {
    /// - Parameter objects: from the first on; the first is its catalogue.
    public static func document(of objects: [String]) -> [UInt8] {
        var (text, places) = ("%PDF-1.7\n", [Int]())
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = places.map { place in
            let digits = String(place)
            return String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + table.joined()
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
