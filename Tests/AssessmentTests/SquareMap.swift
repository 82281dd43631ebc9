import Geography

/// A square in a row of ten columns, sharing its corners with its neighbours.
func square(_ index: Int) -> Boundary {
    let (column, row) = (Double(index % 10) * 0.01, Double(index / 10) * 0.01)
    let corners = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)]
    return Boundary(
        code: code(index), name: "Thanet \(index)",
        polygons: [
            .init(rings: [corners.map { Position(longitude: 1.3 + column + $0.0, latitude: 51.3 + row + $0.1) }])
        ])
}

func code(_ index: Int) -> String { "E0100A\(100 + index)" }
