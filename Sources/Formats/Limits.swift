/// The sizes beyond which a file is refused rather than read: no file may exhaust the memory or hang the program.

package enum Limits {
    /// Bytes of what comes from a pipe, which must be held as a whole. Files are read piece by piece and may be of any size: no line, no
    /// record and no photo of them may be larger than the sizes below.
    package static let file = 200 << 20
    /// Bytes of a line, or of a row of a table: 1 MB.
    package static let line = 1 << 20
    /// Bytes of a photo.
    package static let photo = 20 << 20
    /// Bytes of what one record keeps of a file that has no field here, its photo included: a row of a table must hold them.
    package static let kept = 700 << 10
    /// Components inside one another.
    package static let nesting = 100
    /// Arrays and objects inside one another.
    package static let jsonDepth = 100
    /// Bytes of a record in JSON: 16 MB.
    package static let jsonRecord = 16 << 20
    /// Bytes from which the encoding and the form of a file are recognised.
    package static let sample = 64 << 10
    /// Problems that are kept with their lines; further ones are only counted.
    package static let problems = 1000
}
