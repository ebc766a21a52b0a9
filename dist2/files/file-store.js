/** Where firmware images and logs are kept: every process of an installation sees the same files. */
export class FileStore {
}
//# sourceMappingURL=file-store.js.map